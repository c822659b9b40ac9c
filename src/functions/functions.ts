// Everything that can be typed after =WHEEL. ; the build registers the functions of each file with Excel.
import "./put";
import "./roll";
import "./call";
import "./reports";
import "./option";
import "./chance";
import "./chain";
import "./plan";
import "./portfolio";
