package io.tyto.bench;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable: a process of three asynchronous service tasks, with the usual history. */
final class FlowableEngine implements Contender {
  private final Bed bed;
  private final PeerDatabase database;
  private final ProcessEngine engine;
  private volatile CountDownLatch open = new CountDownLatch(0);

  FlowableEngine(Bed bed) {
    this.bed = bed;
    database = new PeerDatabase(bed, "peer_flowable");
    StandaloneProcessEngineConfiguration config = new StandaloneProcessEngineConfiguration();
    config.setDataSource(database.pool);
    config.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    config.setHistoryLevel(HistoryLevel.AUDIT);
    config.setAsyncExecutorCorePoolSize(THREADS);
    config.setAsyncExecutorMaxPoolSize(THREADS);
    config.setAsyncExecutorActivate(true);
    config.setBeans(Map.of("work", step()));
    engine = config.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addString("work.bpmn20.xml", process())
        .deploy();
  }

  private JavaDelegate step() {
    return execution -> {
      int step = Integer.parseInt(execution.getCurrentActivityId().substring(1));
      database.work(execution.getProcessInstanceId(), step);
      if (step == STEPS) {
        open.countDown();
      }
    };
  }

  private static String process() {
    StringBuilder xml =
        new StringBuilder(
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:flowable="http://flowable.org/bpmn" targetNamespace="bench">
              <process id="work"><startEvent id="s0"/>
            """);
    for (int i = 1; i <= STEPS; i++) {
      xml.append(
          """
          <sequenceFlow id="f%d" sourceRef="s%d" targetRef="s%d"/>
          <serviceTask id="s%d" flowable:async="true" flowable:delegateExpression="${work}"/>
          """
              .formatted(i, i - 1, i, i));
    }
    return xml.append(
            "<sequenceFlow id=\"last\" sourceRef=\"s%d\" targetRef=\"end\"/>".formatted(STEPS))
        .append("<endEvent id=\"end\"/></process></definitions>")
        .toString();
  }

  @Override
  public String name() {
    return "Flowable";
  }

  @Override
  public void run(int runs) {
    open = new CountDownLatch(runs);
    PeerDatabase.inParallel(
        THREADS, runs, i -> engine.getRuntimeService().startProcessInstanceByKey("work"));
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }

  @Override
  public double cpu() {
    return bed.floorCpu();
  }

  @Override
  public void close() {
    engine.close();
    database.close();
  }
}
