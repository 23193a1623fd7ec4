using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>What came of adding an index model to a study.</summary>
/// <param name="Study">As it is now, with all its models.</param>
/// <param name="Model">The model that was added, or was there already.</param>
public sealed record IndexAdded(Study Study, IndexModel Model);
