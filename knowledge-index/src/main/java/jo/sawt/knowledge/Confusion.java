package jo.sawt.knowledge;

/**
 * A neighbour that a service is taken for by what is learned.
 *
 * @param share of the service's own ways of asking, not learned from, that speak for the neighbour, as probability mass in 0..1
 * @param example the way of asking that speaks for it most
 */
public record Confusion(ServiceId service, ServiceId neighbour, double share, String example) {}
