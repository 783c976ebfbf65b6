# Enterprise, from 2.0 on. What the pipeline may do in production, and nobody else.

terraform {
  required_providers {
    kestra = { # where it is and who logs in: see flows.tf
      source  = "kestra-io/kestra"
      version = "~> 2.0"
    }
  }
}

resource "kestra_role" "pipeline" {
  name = "pipeline"

  resources {
    type    = "FLOW"
    actions = ["VIEW", "LIST", "CREATE", "UPDATE", "DELETE", "VALIDATE", "IMPORT", "EXPORT"]
  }
  resources {
    type    = "NAMESPACE"
    actions = ["VIEW", "LIST", "MANAGE_FILES"]
  }
}

resource "kestra_service_account" "pipeline" {
  name        = "pipeline"
  description = "Deploys flows from the main branch"
}

resource "kestra_binding" "pipeline" {
  type        = "USER" # a service account is bound as a user is
  external_id = kestra_service_account.pipeline.id
  role_id     = kestra_role.pipeline.id
  namespace   = "acme"
}
