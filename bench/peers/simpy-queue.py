# The same M/M/c as ours, in SimPy: events per second, an arrival and an end being two events. Arguments: servers, load of each, contacts.
import random, sys, time
import simpy

servers, load, contacts = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
mean = 100.0
chance = random.Random(1)
house = simpy.Environment()
people = simpy.Resource(house, capacity=servers)
waits = [0.0]


def contact():
    came = house.now
    with people.request() as somebody:
        yield somebody
        waits[0] += house.now - came
        yield house.timeout(chance.expovariate(1 / mean))


def arrivals():
    for _ in range(contacts):
        yield house.timeout(chance.expovariate(servers * load / mean))
        house.process(contact())


house.process(arrivals())
began = time.process_time()
house.run()
seconds = time.process_time() - began
print('{"events_per_second": %f, "mean_wait_s": %f}' % (2 * contacts / seconds, waits[0] / contacts))
