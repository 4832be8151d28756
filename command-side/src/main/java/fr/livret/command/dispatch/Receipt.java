package fr.livret.command.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What a command that was accepted gives back.
 *
 * @param id of the aggregate
 * @param version the number of facts recorded on it, this command's included
 * @param created whether it was this command that created it
 * @param recorded whether facts were recorded now: neither has it been carried out before, nor did
 *     nothing follow from it
 * @param without what it met, where it was decided now and nothing followed from it
 */
public record Receipt(
    String id, long version, boolean created, boolean recorded, @Nullable Met without) {

  Receipt(String id, long version, boolean created, boolean recorded) {
    this(id, version, created, recorded, null);
  }
}
