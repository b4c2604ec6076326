package io.tyto.server.credentials;

import org.jspecify.annotations.Nullable;

/**
 * What a person enters: a service key, or single values, or both: the key wins where it says
 * something. In a change, absent means "as it is", an empty secret too; an empty API address or
 * origin takes it away.
 *
 * @param serviceKey the whole JSON, as an object or as pasted text
 */
public record CredentialInput(
    @Nullable String name,
    @Nullable CredentialType type,
    @Nullable CredentialScope scope,
    @Nullable ServiceKeyText serviceKey,
    @Nullable String clientId,
    @Nullable Secret clientSecret,
    @Nullable String tokenUrl,
    @Nullable String apiUrl,
    @Nullable String username,
    @Nullable Secret password,
    @Nullable String origin,
    @Nullable Secret token) {}
