package brokenhouse.controllerwithsql.query;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

@RestController
record Reads(JdbcClient rows) {}
