package fr.livret.kernel.vae;

/**
 * How many applications a candidate may file in one civil year.
 *
 * @param perCertification for one title
 * @param total for all
 * @param blocsExempt whether applications for chosen blocs are neither counted nor limited
 */
public record QuotaRule(int perCertification, int total, boolean blocsExempt) {}
