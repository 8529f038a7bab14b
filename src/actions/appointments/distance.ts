type Point = [lat: number, lon: number];

const earthKm = 6371;

/** Kilometres in a straight line between two points in degrees (haversine). */
export const kmBetween = ([lat1, lon1]: Point, [lat2, lon2]: Point): number => {
  const half = (a: number, b: number) => Math.sin(((b - a) * Math.PI) / 360) ** 2;
  const h = half(lat1, lat2) + Math.cos((lat1 * Math.PI) / 180) * Math.cos((lat2 * Math.PI) / 180) * half(lon1, lon2);
  return 2 * earthKm * Math.asin(Math.sqrt(h));
};
