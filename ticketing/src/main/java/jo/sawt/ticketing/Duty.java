package jo.sawt.ticketing;

/** One kind of work that is owed on tickets. */
interface Duty {
    /** Whether it is due on this ticket, for this node, now. */
    boolean isDue(Ticket ticket);

    /** Does what is due. Called for one ticket by one thread of this node at a time. */
    void work(Ticket ticket);
}
