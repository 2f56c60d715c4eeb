package jo.sawt.channels.server;

import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.Lessons;
import jo.sawt.ticketing.ProvenTracking;
import jo.sawt.ticketing.Ticketing;
import jo.sawt.ticketing.TrackingCodes;

/** The desk, and what stands beside it for whoever comes to it. */
record FrontDesk(Ticketing ticketing, Files files, TrackingCodes codes, ProvenTracking proving, Lessons lessons) {}
