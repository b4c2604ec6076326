package io.tyto.server.pipelines.engine;

import io.tyto.server.pipelines.calendar.CalendarChanged;
import io.tyto.server.pipelines.run.Parking;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets parked deployments look at the calendar again when somebody changed it. */
@Component
class ParkedRuns {
  private final Parking parking;
  private final Wake wake;

  ParkedRuns(Parking parking, Wake wake) {
    this.parking = parking;
    this.wake = wake;
  }

  /** In the transaction of the change; the wake-ups wait for its commit. */
  @EventListener
  void on(CalendarChanged changed) {
    parking.stir().forEach(wake::run);
  }
}
