package fr.livret;

import fr.livret.http.CommandContext;
import fr.livret.http.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the OpenAPI description says of every request, beside what each controller says of its own.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String PROBLEM = "application/problem+json";
  private static final Map<String, String> PROBLEMS_OF_ANY =
      Map.of(
          "400", "Malformed: errors names each field.",
          "404", "Nothing is recorded under this id.");
  private static final Map<String, String> PROBLEMS_OF_WRITES =
      Map.of(
          "409", "A rule refuses: code names it, legalBasis cites it.",
          "412", "Another version stands than If-Match says.",
          "422", "The Idempotency-Key was used with another body.");

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandContext.class);
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Livret")
                .version("1")
                .description("The capitalisation of CCPs towards a title, kept as events."));
  }

  @Bean
  OpenApiCustomizer everyRequest() {
    return api -> {
      ModelConverters.getInstance(true).readAll(Problem.class).forEach(api::schema);
      api.getPaths()
          .forEach((path, item) -> {
            if (path.startsWith("/api/")) {
              describe(path, item);
            }
          });
    };
  }

  private static void describe(String path, PathItem item) {
    item.readOperationsMap()
        .forEach((method, operation) -> {
          problems(operation, PROBLEMS_OF_ANY);
          if (method == PathItem.HttpMethod.GET) {
            if (path.contains("{")
                && !path.startsWith("/api/reporting/")
                && !path.startsWith("/api/audit/")) {
              header(operation, "X-After-Version", "Waits until this version is shown", "7");
            }
          } else {
            header(operation, "X-Livret-Actor", "Who acts, as declared", "m.durand");
            header(operation, "If-Match", "The version the sender has seen", "\"7\"");
            header(operation, "Idempotency-Key", "Carried out once per key", "import-2026-17");
            problems(operation, PROBLEMS_OF_WRITES);
          }
        });
  }

  private static void header(Operation operation, String name, String description, String example) {
    boolean known =
        operation.getParameters() != null
            && operation.getParameters().stream().anyMatch(one -> name.equals(one.getName()));
    if (!known) {
      operation.addParametersItem(
          new HeaderParameter()
              .name(name)
              .description(description)
              .example(example)
              .schema(new StringSchema()));
    }
  }

  private static void problems(Operation operation, Map<String, String> problems) {
    problems.forEach((status, description) ->
        operation
            .getResponses()
            .addApiResponse(
                status,
                new ApiResponse()
                    .description(description)
                    .content(
                        new Content()
                            .addMediaType(
                                PROBLEM,
                                new MediaType()
                                    .schema(
                                        new Schema<>().$ref("#/components/schemas/Problem"))))));
  }
}
