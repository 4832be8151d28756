package fr.livret.eventstore;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * A cache of so many aggregates, for Axon's repositories: those least likely to be asked for again
 * are let go of. What it holds may be older than what another process has stored: a command that
 * appends on it then loses to the unique place in its stream, and its repository drops the entry.
 */
public final class BoundedCache implements Cache {
  private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

  /** An empty one of that size. */
  public BoundedCache(long size) {
    this.entries = Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature.
  public <K, V> @Nullable V get(K key) {
    return (V) entries.getIfPresent(key);
  }

  @Override
  public void put(Object key, Object value) {
    entries.put(key, value);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return entries.asMap().putIfAbsent(key, value) == null;
  }

  @Override
  public boolean remove(Object key) {
    return entries.asMap().remove(key) != null;
  }

  @Override
  public void removeAll() {
    entries.invalidateAll();
  }

  @Override
  public boolean containsKey(Object key) {
    return entries.asMap().containsKey(key);
  }

  /** Not offered: no repository asks for it. */
  @Override
  public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
    throw new UnsupportedOperationException("nobody is told of the entries of a " + getClass());
  }
}
