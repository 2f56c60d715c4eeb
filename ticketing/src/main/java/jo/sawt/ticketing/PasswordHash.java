package jo.sawt.ticketing;

/** A password as it is stored: salt, parameters and result in the PHC string form. */
public record PasswordHash(String encoded) {
    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
