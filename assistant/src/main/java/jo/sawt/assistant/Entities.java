package jo.sawt.assistant;

import java.util.Optional;
import jo.sawt.ticketing.Reference;

/**
 * What a message names beyond its matter.
 *
 * @param governorate by the name that the registry's centers use
 * @param person whom the message is about
 * @param phone in E.164, for finding a ticket; never shown or logged
 */
record Entities(
        Optional<Reference> reference, Optional<String> phone, Optional<String> governorate, Optional<Person> person) {
    static final String CAPITAL = "العاصمة";

    /** Whom a service is asked for. */
    enum Person {
        SELF,
        CHILD,
        FATHER,
        MOTHER,
        SPOUSE,
        FOREIGNER
    }

    boolean inCapital() {
        return governorate.filter(CAPITAL::equals).isPresent();
    }

    @Override
    public String toString() {
        return "Entities[…]";
    }
}
