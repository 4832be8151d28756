package fr.livret.eventstore;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * A cache of so many aggregates, for Axon's repositories: the one asked for longest ago is let go
 * of. By age and not by how often one was asked for: an aggregate just created has been asked for
 * once, and is the one that is asked for next. What it holds may be older than what another process
 * has stored: a command that appends on it then loses to the unique place in its stream, and its
 * repository drops the entry.
 */
public final class BoundedCache implements Cache {
  private final Map<Object, Object> entries;

  /** An empty one of that size. */
  public BoundedCache(int size) {
    this.entries = Collections.synchronizedMap(new LeastRecentlyUsed(size));
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature.
  public <K, V> @Nullable V get(K key) {
    return (V) entries.get(key);
  }

  @Override
  public void put(Object key, Object value) {
    entries.put(key, value);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return entries.putIfAbsent(key, value) == null;
  }

  @Override
  public boolean remove(Object key) {
    return entries.remove(key) != null;
  }

  @Override
  public void removeAll() {
    entries.clear();
  }

  @Override
  public boolean containsKey(Object key) {
    return entries.containsKey(key);
  }

  /** Not offered: no repository asks for it. */
  @Override
  public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
    throw new UnsupportedOperationException("nobody is told of the entries of a " + getClass());
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1L;

    private final int size;

    LeastRecentlyUsed(int size) {
      super(16, 0.75f, true);
      this.size = size;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
      return size() > size;
    }
  }
}
