# One directory, applied once for each environment with a state of its own:
# the flows are the same, the address and the credentials are not.

terraform {
  required_providers {
    kestra = {
      source  = "kestra-io/kestra"
      version = "~> 2.0" # for Kestra 1.3: "~> 1.3.0"
    }
  }
}

variable "kestra_url" {
  type = string
}

variable "kestra_tenant" {
  type    = string
  default = "main" # open source has no other
}

variable "kestra_username" {
  type = string
}

variable "kestra_password" {
  type      = string
  sensitive = true
}

provider "kestra" {
  url       = var.kestra_url
  tenant_id = var.kestra_tenant
  username  = var.kestra_username # Enterprise: api_token instead of these two
  password  = var.kestra_password
}

locals {
  flows = {
    for file in fileset("${path.module}/flows", "**/*.{yaml,yml}") :
    file => file("${path.module}/flows/${file}")
  }
}

resource "kestra_flow" "all" {
  for_each = local.flows

  namespace = yamldecode(each.value)["namespace"]
  flow_id   = yamldecode(each.value)["id"]
  content   = each.value
}
