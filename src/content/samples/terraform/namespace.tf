# Enterprise. A namespace with its variables, whose secrets, files and flows only two others may use.

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
