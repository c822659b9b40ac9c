// The slow way to an American put: the equations of Andersen, Lake and Offengenden (2016) in long double, iterated until nothing changes, with tanh-sinh
// quadrature in time itself (neither the substitution nor the quadrature that ships). Standard input: a line of `years volatility rate yield spot`
// a case, in strikes; standard output: the price, the boundary today, and by how much the price differs from that of a coarser resolution.
#include <cmath>
#include <cstdio>
#include <vector>

using Real = long double;
using Row = std::vector<Real>;

const Real PI = acosl(-1.0L);
Real below(Real z) { return 0.5L * erfcl(-z / sqrtl(2.0L)); }
Real height(Real z) { return expl(-0.5L * z * z) / sqrtl(2.0L * PI); }

struct Market { Real years, volatility, rate, yield; };

// Points between 0 and 1, what is left of 1 beyond each (exact at both ends), and weights.
struct TanhSinh {
  Row at, left, weight;
  explicit TanhSinh(Real step) {
    for (int k = -int(4.6L / step); k <= int(4.6L / step); k++) {
      const Real t = k * step, power = PI * sinhl(t);
      const Real w = step * PI * coshl(t) / ((1 + expl(power)) * (1 + expl(-power)));
      if (w < 1e-26L) continue;
      at.push_back(1 / (1 + expl(-power)));
      left.push_back(1 / (1 + expl(power)));
      weight.push_back(w);
    }
  }
};

struct Resolution {
  int nodes;
  TanhSinh inner, outer;
  Row points;
  std::vector<Row> atInner;  // for node i and inner point k: the weights of the polynomial there
  std::vector<Row> atOuter;
  Resolution(int nodes_, Real innerStep, Real outerStep) : nodes(nodes_), inner(innerStep), outer(outerStep) {
    for (int j = 0; j <= nodes; j++) points.push_back(-cosl(PI * j / nodes));
    for (int i = 1; i <= nodes; i++)
      for (Real u : inner.at) atInner.push_back(polynomial((1 + points[i]) * sqrtl(u) - 1));
    for (Real u : outer.at) atOuter.push_back(polynomial(2 * sqrtl(u) - 1));
  }
  Row polynomial(Real z) const {
    Row weights(nodes + 1, 0.0L);
    Real sum = 0;
    for (int j = 0; j <= nodes; j++) {
      const Real gap = z - points[j];
      if (fabsl(gap) < 1e-19L) { Row one(nodes + 1, 0.0L); one[j] = 1; return one; }
      weights[j] = (j % 2 ? -1.0L : 1.0L) * (j == 0 || j == nodes ? 0.5L : 1.0L) / gap;
      sum += weights[j];
    }
    for (Real& weight : weights) weight /= sum;
    return weights;
  }
};

Real interpolated(const Row& weights, const Row& roots) {
  Real square = 0;
  for (size_t j = 0; j < roots.size(); j++) square += weights[j] * roots[j] * roots[j];
  return square > 0 ? sqrtl(square) : 0;
}

Real highest(const Market& m) { return m.yield > m.rate ? m.rate / m.yield : 1.0L; }

// One fixed-point step: the boundary is cash / shares. A: smooth pasting; B: value matching.
Row step(const Market& m, const Resolution& res, const Row& roots, bool smooth) {
  Row next(roots.size(), 0.0L);
  const Real drift = m.rate - m.yield, v = m.volatility;
  for (int i = 1; i <= res.nodes; i++) {
    const Real x = 0.5L * (1 + res.points[i]), tau = m.years * x * x;
    const Real whole = v * sqrtl(tau), down0 = (logl(highest(m)) - roots[i] + drift * tau) / whole - 0.5L * whole, up0 = down0 + whole;
    Real cash = expl(-m.rate * tau) * (smooth ? height(down0) / whole : below(down0));
    Real shares = expl(-m.yield * tau) * (smooth ? height(up0) / whole + below(up0) : below(up0));
    for (size_t k = 0; k < res.inner.at.size(); k++) {
      const Real s = tau * res.inner.left[k], deviation = v * sqrtl(s);
      const Real apart = interpolated(res.atInner[(i - 1) * res.inner.at.size() + k], roots) - roots[i];
      const Real down = (apart + drift * s) / deviation - 0.5L * deviation, up = down + deviation;
      const Real cashWeight = tau * res.inner.weight[k] * m.rate * expl(-m.rate * s), shareWeight = tau * res.inner.weight[k] * m.yield * expl(-m.yield * s);
      cash += cashWeight * (smooth ? height(down) / deviation : below(down));
      shares += shareWeight * (smooth ? height(up) / deviation + below(up) : below(up));
    }
    next[i] = logl(highest(m) * shares / cash);
    if (!(next[i] > 0)) next[i] = 0;
  }
  return next;
}

bool iterate(const Market& m, const Resolution& res, Row& roots, bool smooth) {
  Real last = INFINITY;
  for (int turn = 0; turn < 600; turn++) {
    Row next = step(m, res, roots, smooth);
    Real change = 0;
    for (size_t i = 1; i < roots.size(); i++) {
      if (!std::isfinite(next[i])) return false;
      change = fmaxl(change, fabsl(next[i] - roots[i]));
    }
    roots = next;
    if (change < 1e-15L) return true;
    if (smooth && turn > 3 && change > 0.7L * last) return change < 1e-13L;
    last = change;
  }
  return last < 1e-10L;
}

struct Answer { Real price, boundary; };

Answer put(const Market& m, const Resolution& res, Real spot) {
  Row start(res.nodes + 1, 0.0L);
  for (int i = 1; i <= res.nodes; i++) start[i] = 0.7L * m.volatility * sqrtl(m.years) * (1 + res.points[i]) * 0.5L;
  Row roots = start;
  if (!iterate(m, res, roots, true)) {
    roots = start;
    if (!iterate(m, res, roots, false)) return {NAN, NAN};
  }
  const Real boundary = highest(m) * expl(-roots[res.nodes]);
  if (spot <= boundary) return {1 - spot, boundary};
  const Real drift = m.rate - m.yield, v = m.volatility, whole = v * sqrtl(m.years);
  const Real up0 = (logl(spot) + drift * m.years) / whole + 0.5L * whole, down0 = up0 - whole;
  Real price = expl(-m.rate * m.years) * below(-down0) - spot * expl(-m.yield * m.years) * below(-up0);
  for (size_t k = 0; k < res.outer.at.size(); k++) {
    const Real s = m.years * res.outer.left[k], deviation = v * sqrtl(s);
    const Real apart = logl(spot / highest(m)) + interpolated(res.atOuter[k], roots);
    const Real down = (apart + drift * s) / deviation - 0.5L * deviation, up = down + deviation;
    price += m.years * res.outer.weight[k] * (m.rate * expl(-m.rate * s) * below(-down) - m.yield * spot * expl(-m.yield * s) * below(-up));
  }
  return {price, boundary};
}

int main() {
  const Resolution coarse(42, 1 / 14.0L, 1 / 32.0L), fine(56, 1 / 18.0L, 1 / 48.0L);
  Market m;
  Real spot;
  while (scanf("%Lf %Lf %Lf %Lf %Lf", &m.years, &m.volatility, &m.rate, &m.yield, &spot) == 5) {
    const Answer rough = put(m, coarse, spot), exact = put(m, fine, spot);
    printf("%.18Lg %.18Lg %.2Lg\n", exact.price, exact.boundary, fabsl(exact.price - rough.price));
    fflush(stdout);
  }
}
