namespace Dmk.Maturity.Statistics;

/// <summary>Variables of which the weighted totals are to be met.</summary>
public abstract record CalibrationTerm
{
    private protected CalibrationTerm(string name) => Name = name;

    /// <summary>As it is called in messages.</summary>
    public string Name { get; }

    /// <summary>How many totals it has.</summary>
    internal abstract int Columns { get; }

    internal abstract int Units { get; }

    /// <summary>As the column is called in messages.</summary>
    internal abstract string NameOf(int column);

    /// <summary>The number of units in each category.</summary>
    public sealed record Categories : CalibrationTerm
    {
        /// <param name="name">As in messages.</param>
        /// <param name="codes">Per unit: the index of its category; -1 for none of them, where not all have a total.</param>
        /// <param name="labels">Per category.</param>
        /// <param name="totals">Per category, finite.</param>
        public Categories(string name, IReadOnlyList<int> codes, IReadOnlyList<string> labels, IReadOnlyList<double> totals)
            : base(name) => (Of, Labels, Totals) = ([.. codes], labels, totals);

        /// <summary>Per unit.</summary>
        internal int[] Of { get; }

        public IReadOnlyList<string> Labels { get; }

        public IReadOnlyList<double> Totals { get; }

        internal override int Columns => Labels.Count;

        internal override int Units => Of.Length;

        internal override string NameOf(int column) => $"{Name}={Labels[column]}";
    }

    /// <summary>The sum of a variable, or the number of units where it is 1 for all.</summary>
    public sealed record Sum : CalibrationTerm
    {
        /// <param name="name">As in messages.</param>
        /// <param name="values">Per unit, finite.</param>
        /// <param name="total">Finite.</param>
        public Sum(string name, IReadOnlyList<double> values, double total)
            : base(name) => (Of, Total) = ([.. values], total);

        /// <summary>Per unit.</summary>
        internal double[] Of { get; }

        public double Total { get; }

        internal override int Columns => 1;

        internal override int Units => Of.Length;

        internal override string NameOf(int column) => Name;
    }
}
