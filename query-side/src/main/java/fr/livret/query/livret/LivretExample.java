package fr.livret.query.livret;

/** What a livret looks like, for the description of the API; lists are cut short. */
final class LivretExample {
  static final String JSON =
      """
      {"candidate": {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "version": 2,
         "name": "Benali Samia", "familyName": "Benali", "givenNames": ["Samia"],
         "birthDate": "1990-04-17", "erased": false, "registeredOn": "2014-01-06",
         "certificates": [{"kind": "SST", "obtainedOn": "2018-03-01", "validThrough": "2020-02-29",
           "valid": true, "recordedAt": "2018-03-05T09:00:00Z"}]},
       "trainings": [],
       "vaeApplications": [],
       "paths": [{"id": "7c9e6679-7425-40de-944b-e07fc1f90ae7", "version": 5,
         "certification": "AMIS-2013", "route": "CAPITALISATION", "status": "OPEN",
         "ccps": [{"ccp": "CCP1", "status": "HELD", "obtainedOn": "2014-03-10"},
           {"ccp": "CCP2", "status": "HELD", "obtainedOn": "2016-05-02"},
           {"ccp": "CCP3", "status": "MISSING"}],
         "window": {"state": "OPEN", "anchor": "2014-03-10", "lastDay": "2019-03-10",
           "daysLeft": 69}}],
       "sessions": [{
         "session": {"id": "16fd2706-8baf-433b-82eb-8c7fada847da", "kind": "CCP",
           "heldOn": "2016-05-02", "state": "NOTIFIED"},
         "candidate": {"pathId": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
           "result": {"decision": "CCPS", "ccps": [{"ccp": "CCP2", "granted": true}]},
           "effect": {"state": "RECORDED", "edition": 1}}}],
       "asOf": {"effectiveOn": "2018-12-31", "knownAt": "2018-12-31T22:59:59.999999999Z"}}
      """;

  private LivretExample() {}
}
