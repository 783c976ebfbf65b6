export KESTRACTL_HOST=https://kestra.example.com KESTRACTL_TENANT=main
export KESTRACTL_USERNAME KESTRACTL_PASSWORD # Enterprise: KESTRACTL_TOKEN instead

kestractl flows validate ./flows
kestractl flows deploy ./flows --override --fail-fast
kestractl nsfiles upload acme.marketing ./files/queries/prices.sql queries/prices.sql --override
kestractl kv set acme.marketing STRING api_url https://api.example.com
