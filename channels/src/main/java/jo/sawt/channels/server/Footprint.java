package jo.sawt.channels.server;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** The memory that Sawt keeps at rest. */
final class Footprint {
    /** Percents of the heap, far below the usual 40 and 70: a desk is at rest for most of the day. */
    private static final Map<String, String> FREE = Map.of("MinHeapFreeRatio", "10", "MaxHeapFreeRatio", "20");

    private Footprint() {}

    /**
     * Gives the memory back that only the start needed, by one collection; a server at rest would make none for hours. What
     * the operator has set stays.
     */
    static void settle() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine != null) {
            FREE.forEach((option, percent) -> {
                if (machine.getVMOption(option).getOrigin() == Origin.DEFAULT) {
                    machine.setVMOption(option, percent);
                }
            });
        }
        System.gc();
    }
}
