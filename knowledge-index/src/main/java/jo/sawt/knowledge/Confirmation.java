package jo.sawt.knowledge;

import java.time.Instant;

/**
 * Somebody has looked at a service and found it right.
 *
 * @param version that was looked at
 * @param note empty where none was given
 */
public record Confirmation(ServiceId service, int version, String by, Instant at, String note) {}
