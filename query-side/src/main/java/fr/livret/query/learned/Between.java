package fr.livret.query.learned;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters of what is asked between two moments, described once. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      required = true,
      description = "An instant, or a day, which means its end: what was known already",
      example = "2015-08-01"),
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end; now without it",
      example = "2015-12-31"),
  @Parameter(
      name = "effectiveOn",
      in = ParameterIn.QUERY,
      description = "The day whose answer is compared; today without it",
      example = "2015-12-31"),
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500"),
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
})
@interface Between {}
