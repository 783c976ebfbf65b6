# Enterprise. A namespace with its variables, whose secrets, files and flows only two others may use.

terraform {
  required_providers {
    kestra = { # where it is and who logs in: see flows.tf
      source  = "kestra-io/kestra"
      version = "~> 2.0"
    }
  }
}

resource "kestra_namespace" "marketing" {
  namespace_id = "acme.marketing"
  description  = "Marketing"
  variables    = file("${path.module}/variables/${var.environment}.yaml")

  allowed_namespaces {
    namespace = "acme.platform"
  }
  allowed_namespaces {
    namespace = "acme.sales"
  }
}

variable "environment" {
  type = string
}
