# Enterprise. The identity that applies this is an Instance Owner. The same ids in every instance.

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
