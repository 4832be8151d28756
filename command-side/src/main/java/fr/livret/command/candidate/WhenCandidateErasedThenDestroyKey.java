package fr.livret.command.candidate;

import fr.livret.form.person.PersonalData;
import fr.livret.kernel.candidate.CandidateEvent.CandidateErased;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Destroys the key of an erased person. The request that erases does so before it answers; this
 * does it where the request was cut short after the fact was stored.
 */
@Component
@ProcessingGroup(WhenCandidateErasedThenDestroyKey.GROUP)
@DisallowReplay
class WhenCandidateErasedThenDestroyKey {
  static final String GROUP = "candidate-erasure";

  private final PersonalData personalData;

  WhenCandidateErasedThenDestroyKey(PersonalData personalData) {
    this.personalData = personalData;
  }

  @EventHandler
  void on(CandidateErased event) {
    personalData.destroy(event.candidate().person());
  }
}
