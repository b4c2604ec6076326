package io.tyto.server.credentials;

import io.tyto.server.kernel.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which credentials are listed.
 *
 * @param q part of name, client id or user name; three characters at least
 * @param sort {@code name}, {@code type}, {@code createdAt} or {@code modifiedAt}, descending with
 *     {@code -} before it; null for name
 */
public record CredentialQuery(
    @Nullable CredentialType type,
    @Nullable CredentialScope scope,
    @Nullable String q,
    @Nullable String sort,
    PageQuery page) {}
