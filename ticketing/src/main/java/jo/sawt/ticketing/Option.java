package jo.sawt.ticketing;

/** A choice offered to the citizen, as a button where the channel has buttons. */
public record Option(String id, String label) {}
