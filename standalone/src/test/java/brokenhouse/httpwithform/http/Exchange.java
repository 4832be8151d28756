package brokenhouse.httpwithform.http;

import brokenhouse.httpwithform.form.Written;

record Exchange(Written written) {}
