package brokenhouse.formwithhttp.form;

import brokenhouse.formwithhttp.http.Exchange;

record Written(Exchange exchange) {}
