# What no promotion carries, written down once for each environment.

terraform {
  required_providers {
    kestra = { # where it is and who logs in: see flows.tf
      source  = "kestra-io/kestra"
      version = "~> 2.0"
    }
  }
}

variable "api_url" {
  type = string
}

resource "kestra_kv" "api_url" {
  namespace = "acme.marketing"
  key       = "api_url"
  value     = var.api_url
  type      = "STRING"
}

resource "kestra_namespace_file" "prices" {
  namespace = "acme.marketing"
  filename  = "/queries/prices.sql"
  content   = file("${path.module}/files/queries/prices.sql")
}
