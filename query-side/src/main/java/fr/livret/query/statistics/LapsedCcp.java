package fr.livret.query.statistics;

import java.time.LocalDate;

/**
 * A CCP that lapsed with its window.
 *
 * @param certification what the path led to then
 * @param lapsedOn the first day on which it counts no longer
 */
record LapsedCcp(String certification, String ccp, LocalDate obtainedOn, LocalDate lapsedOn) {}
