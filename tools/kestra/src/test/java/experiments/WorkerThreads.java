package experiments;

import io.kestra.core.runners.TestRunner;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/**
 * Gives the one worker the same number of threads on every machine. Left alone it takes four for each processor, so a
 * crowd would be through sooner on one machine than on another.
 */
@Singleton
class WorkerThreads implements BeanCreatedEventListener<TestRunner> {
  private static final int THREADS = 12;

  @Override
  public TestRunner onCreated(BeanCreatedEvent<TestRunner> event) {
    event.getBean().setWorkerThread(THREADS);
    return event.getBean();
  }
}
