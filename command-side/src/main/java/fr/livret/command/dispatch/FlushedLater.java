package fr.livret.command.dispatch;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Transactions whose commit is not waited for until it is on the disk, for what is folded from the
 * events: rows and token are of one transaction, and after a crash that took the last ones back the
 * same events are folded again. Whatever is committed later and waited for, such as the mark that a
 * message was sent, brings all that was committed before to the disk with it.
 */
public final class FlushedLater implements TransactionManager {
  private final TransactionManager transactions;
  private final JdbcClient jdbc;

  public FlushedLater(PlatformTransactionManager transactions, JdbcClient jdbc) {
    this.transactions = new SpringTransactionManager(transactions);
    this.jdbc = jdbc;
  }

  @Override
  public Transaction startTransaction() {
    Transaction transaction = transactions.startTransaction();
    try {
      jdbc.sql("set local synchronous_commit to off").update();
    } catch (RuntimeException failed) {
      transaction.rollback();
      throw failed;
    }
    return transaction;
  }
}
