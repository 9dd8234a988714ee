-- The carrier's label is often printed after the parcel is recorded: who carries it, and under which number, may be added and
-- corrected. What was sent stays as it is.

grant update (carrier, tracking_number) on fulfilment.shipment to firstout_app;
