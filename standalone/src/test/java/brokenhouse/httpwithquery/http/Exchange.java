package brokenhouse.httpwithquery.http;

import brokenhouse.httpwithquery.query.Reading;

record Exchange(Reading reading) {}
