package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/** A part of a list of tickets, without their timelines; {@code next} is empty at the end. */
public record Page(List<Ticket> tickets, Optional<String> next) {
    public Page {
        tickets = List.copyOf(tickets);
    }
}
