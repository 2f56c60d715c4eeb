package jo.sawt.channels.server;

/** A value that must not be shown; its text does not tell it. */
record Secret(String value) {
    @Override
    public String toString() {
        return "(secret)";
    }
}
