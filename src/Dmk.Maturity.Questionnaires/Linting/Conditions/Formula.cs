namespace Dmk.Maturity.Questionnaires;

/// <summary>A condition as the linter looks at it: logic over atoms whose values can be listed. Parts that say the same are one
/// object, so that the whole is no larger than what the author wrote.</summary>
internal abstract record Formula
{
    private World? _seenIn;
    private int _seenAt;
    private bool? _seen;

    private Formula() { }

    /// <summary>What it is made of, itself not included.</summary>
    public virtual IReadOnlyList<Formula> Operands => [];

    public static Formula True { get; } = new Constant(true);

    /// <summary>True, false or unknown in this world; looked at once in each.</summary>
    /// <remarks>What was seen is kept here, not in the world: this is asked millions of times.</remarks>
    public virtual bool? In(World world)
    {
        if (!ReferenceEquals(_seenIn, world) || _seenAt != world.Moment)
        {
            _seen = Look(world);
            (_seenIn, _seenAt) = (world, world.Moment);
            world.Looked();
        }

        return _seen;
    }

    public virtual bool Equals(Formula? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    protected abstract bool? Look(World world);

    public sealed record Constant(bool Value) : Formula
    {
        public override bool? In(World world) => Value;

        protected override bool? Look(World world) => Value;
    }

    public sealed record Not(Formula Operand) : Formula
    {
        public override IReadOnlyList<Formula> Operands { get; } = [Operand];

        protected override bool? Look(World world) => !Operand.In(world);
    }

    /// <summary>False where one is false, true where all are.</summary>
    public sealed record All(IReadOnlyList<Formula> Each) : Formula
    {
        public override IReadOnlyList<Formula> Operands => Each;

        protected override bool? Look(World world)
        {
            bool? all = true;
            for (var i = 0; i < Each.Count && all != false; i++)
            {
                all &= Each[i].In(world);
            }

            return all;
        }
    }

    /// <summary>True where one is true, false where all are.</summary>
    public sealed record Any(IReadOnlyList<Formula> Each) : Formula
    {
        public override IReadOnlyList<Formula> Operands => Each;

        protected override bool? Look(World world)
        {
            bool? any = false;
            for (var i = 0; i < Each.Count && any != true; i++)
            {
                any |= Each[i].In(world);
            }

            return any;
        }
    }

    public sealed record If(Formula Condition, Formula Yes, Formula No) : Formula
    {
        public override IReadOnlyList<Formula> Operands { get; } = [Condition, Yes, No];

        protected override bool? Look(World world) =>
            Condition.In(world) switch
            {
                true => Yes.In(world),
                false => No.In(world),
                null => null,
            };
    }

    /// <summary>Something whose value follows exactly from the answers it reads.</summary>
    public sealed record Exact(Expression Expression, IReadOnlyList<Point> Points) : Formula
    {
        protected override bool? Look(World world) => Expression.TruthOf(world.Slots);
    }

    /// <summary>Something too involved to follow: it may have any of its values in every world. Claims that hold all the same are
    /// sound.</summary>
    public sealed record Free(bool CanBeTrue, bool CanBeFalse) : Formula
    {
        /// <summary>True, false and unknown, as far as it may be so.</summary>
        public IReadOnlyList<bool?> Values { get; } =
        [.. CanBeTrue ? [true] : Array.Empty<bool?>(), .. CanBeFalse ? [false] : Array.Empty<bool?>(), null];

        protected override bool? Look(World world) => world.Chosen(this);
    }
}

/// <summary>A value that an expression compares a variable with; null where only being there matters.</summary>
internal readonly record struct Point(int Slot, object? Value);
