# Enterprise, from 2.0 on. In production a team sees its own runs and logs, and changes nothing.

terraform {
  required_providers {
    kestra = { # where it is and who logs in: see flows.tf
      source  = "kestra-io/kestra"
      version = "~> 2.0"
    }
  }
}

resource "kestra_role" "viewer" {
  name        = "team-viewer"
  description = "See flows, runs and logs; change nothing"

  resources {
    type    = "FLOW"
    actions = ["VIEW", "LIST"]
  }
  resources {
    type    = "EXECUTION"
    actions = ["VIEW", "LIST", "ACCESS_LOGS", "ACCESS_OUTPUTS", "FOLLOW"]
  }
}

resource "kestra_group" "marketing" {
  name = "marketing"
}

# A binding on a namespace covers its children too.
resource "kestra_binding" "marketing_sees_its_own" {
  type        = "GROUP"
  external_id = kestra_group.marketing.id
  role_id     = kestra_role.viewer.id
  namespace   = "acme.marketing"
}
