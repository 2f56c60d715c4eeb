package jo.sawt.knowledge;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The staff of a department have been told that one of its services must be confirmed anew.
 *
 * @param period the last day of the period that went by without a confirmation
 * @param number of all reminders of this service, from 1
 */
public record Reminder(ServiceId service, LocalDate period, Instant at, int number) {}
