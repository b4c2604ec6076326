package io.tyto.server.alm.internal;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.tyto.server.pipelines.rig.Memory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wake-ups that fail; the sweep finds what was to be woken. */
class WakesTest {
  private final AbstractPlatformTransactionManager transactions = new Memory().transactions();
  private final Wakes wakes =
      new Wakes(
          new ObjectProvider<>() {
            @Override
            public SchedulerClient getObject() {
              throw new QueryTimeoutException("away");
            }
          },
          transactions);

  @Test
  void doesNotTellWhoeverAskedForWhatIsCommittedThatItFailed() {
    TransactionTemplate asking = new TransactionTemplate(transactions);
    assertThatCode(() -> asking.executeWithoutResult(status -> wakes.sync("1")))
        .doesNotThrowAnyException();
    assertThatCode(() -> asking.executeWithoutResult(status -> wakes.writeBack("BHA-1")))
        .doesNotThrowAnyException();
  }
}
