# Enterprise. The identity that applies this is an Instance Owner. The same ids in every instance.

terraform {
  required_providers {
    kestra = { # where it is and who logs in: see flows.tf
      source  = "kestra-io/kestra"
      version = "~> 2.0"
    }
  }
}

variable "customers" {
  type = map(string)
  default = {
    customer-a = "Customer A"
    customer-b = "Customer B"
  }
}

resource "kestra_tenant" "customer" {
  for_each = var.customers

  tenant_id                  = each.key
  name                       = each.value
  require_existing_namespace = true
}
