package jo.sawt.channels.sms;

/** What the channel remembers. */
public record TwilioStore(
        Correspondents correspondents,
        Notices notices,
        Deliveries deliveries,
        Progress progress,
        OwedMedia media,
        Webhooks webhooks) {}
