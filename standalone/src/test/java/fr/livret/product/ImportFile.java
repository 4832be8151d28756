package fr.livret.product;

import java.util.ArrayList;
import java.util.List;

/** Lives to be imported: a candidate, a path, two CCPs, and a third that a rule refuses. */
final class ImportFile {
  static final int LINES_OF_A_LIFE = 5;

  private ImportFile() {}

  static List<String> lives(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String who = "L" + i;
      lines.add(
          """
          {"request": "POST /api/candidates", "key": "%s", "body": {"familyName": "Import-%s", "givenNames": ["Ada"], "birthDate": "1990-01-01"}, "provenance": {"document": "Registre 2009", "confidence": "PROBABLE"}}\
          """
              .formatted(who, who));
      lines.add(
          """
          {"request": "POST /api/paths", "key": "%1$s-p", "body": {"candidateId": {"ref": "%1$s"}, "certification": "AMIS-2013", "route": "CAPITALISATION", "openedOn": "2014-01-06"}}\
          """
              .formatted(who));
      lines.add(ccp(who, "1", "CCP1", "2014-03-10"));
      lines.add(ccp(who, "2", "CCP2", "2016-05-02"));
      lines.add(ccp(who, "3", "CCP1", "2017-05-02"));
    }
    return lines;
  }

  private static String ccp(String who, String key, String ccp, String obtainedOn) {
    return """
    {"request": "POST /api/paths/@%1$s-p/ccps", "key": "%1$s-%2$s", "body": {"ccp": "%3$s", "obtainedOn": "%4$s", "evaluators": [{"role": "PROFESSIONAL"}, {"role": "TRAINER"}], "evidence": ["MISE_EN_SITUATION", "DSPP"]}, "provenance": {"document": "PV %4$s", "confidence": "CERTAIN"}}\
    """
        .formatted(who, key, ccp, obtainedOn);
  }
}
